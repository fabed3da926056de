#if !__has_include(<yaml.h>)
#error "libyaml headers are missing. Debian, Ubuntu: apt-get install libyaml-dev"
#endif
#include <yaml.h>
