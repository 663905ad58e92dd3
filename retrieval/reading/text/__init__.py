"""Plain text and Markdown; bytes of any encoding -> characters that can be shown."""
