/* A disk that is full or broken: calls that write to files in a folder fail from the n-th on.
 *
 * Loaded into a program by LD_PRELOAD, and armed from within it:
 *
 *     disk_faults_arm(folder, n, error)    from the n-th call on (1 is the next), fail with this errno; n 0: never
 *     disk_faults_count()                  how many such calls there were since
 *
 * Not covered: what is written through mapped memory.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char folder[4096];
static long first, count;
static int error;

void disk_faults_arm(const char *path, long n, int number) {
    snprintf(folder, sizeof folder, "%s/", path);
    error = number;
    first = n;
    __atomic_store_n(&count, 0, __ATOMIC_SEQ_CST);
}

long disk_faults_count(void) { return __atomic_load_n(&count, __ATOMIC_SEQ_CST); }

static int is_inside(const char *path) { return folder[0] && strncmp(path, folder, strlen(folder)) == 0; }

static int fails(void) {
    long place = __atomic_add_fetch(&count, 1, __ATOMIC_SEQ_CST);
    if (!first || place < first) return 0;
    errno = error;
    return 1;
}

static int fails_on(int fd) {
    char link[64], path[4096];
    if (!folder[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_inside(path) && fails();
}

#define WRITING(type, name, parameters, arguments)                        \
    type name parameters {                                                \
        static type(*real) parameters;                                    \
        if (!real) real = (type(*) parameters)dlsym(RTLD_NEXT, #name);    \
        return fails_on(fd) ? -1 : real arguments;                        \
    }

WRITING(ssize_t, write, (int fd, const void *data, size_t size), (fd, data, size))
WRITING(ssize_t, writev, (int fd, const struct iovec *data, int parts), (fd, data, parts))
WRITING(ssize_t, pwrite, (int fd, const void *data, size_t size, off_t place), (fd, data, size, place))
WRITING(ssize_t, pwrite64, (int fd, const void *data, size_t size, off64_t place), (fd, data, size, place))
WRITING(int, ftruncate, (int fd, off_t size), (fd, size))
WRITING(int, ftruncate64, (int fd, off64_t size), (fd, size))
WRITING(int, fsync, (int fd), (fd))
WRITING(int, fdatasync, (int fd), (fd))

int rename(const char *from, const char *to) {
    static int (*real)(const char *, const char *);
    if (!real) real = (int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename");
    return is_inside(to) && fails() ? -1 : real(from, to);
}
