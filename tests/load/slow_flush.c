/* Makes every flush take SLOW_FLUSH_US microseconds longer: for LD_PRELOAD, built by run.sh. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

static int slowly(const char *name, int fd) {
    int (*flush)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    const char *micros = getenv("SLOW_FLUSH_US");
    if (micros) usleep((useconds_t)atoi(micros));
    return flush(fd);
}

int fsync(int fd) { return slowly("fsync", fd); }
int fdatasync(int fd) { return slowly("fdatasync", fd); }
