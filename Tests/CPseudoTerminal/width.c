// wcwidth is an XSI function.
#define _XOPEN_SOURCE 700
#include "CPseudoTerminal.h"

#include <locale.h>
#include <wchar.h>

int character_columns(int character) {
  locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  if (utf8 == (locale_t)0) return -2;
  locale_t before = uselocale(utf8);
  int columns = wcwidth((wchar_t)character);
  uselocale(before);
  freelocale(utf8);
  return columns;
}
