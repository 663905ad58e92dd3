"""Reply -> what a surface shows. One module a surface."""
