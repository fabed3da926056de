/// A library that is loaded before a program to let its calls on files fail; nobody calls it. See failing.c.
#ifndef CFAILINGCALLS_H
#define CFAILINGCALLS_H

#endif
