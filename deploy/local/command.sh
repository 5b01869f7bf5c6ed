# Shared by the commands of deploy/: where things are, what the machine must have, how the platform's own program is built and run.
# shellcheck shell=bash
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
home=${MOTCUA_HOME:-$project/.motcua}
offset=${MOTCUA_PORT_OFFSET:-0}
maven=${MOTCUA_MAVEN:-mvn}
jar=$project/deploy/local/target/motcua-local-1.0.0-SNAPSHOT.jar
libraries=$project/deploy/local/target/lib
# The platform runs from a copy, so that a build beside it does not change it under its feet.
copy=$home/run/motcua-local.jar

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

java_program() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then printf '%s' "$JAVA_HOME/bin/java"; else command -v java || true; fi
}

require_java() {
  java=$(java_program)
  [ -n "$java" ] || fail "No Java here: install a JDK, version 17 or newer, or set JAVA_HOME."
  local version
  version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  [ "${version:-0}" -ge 17 ] || fail "Java ${version:-unknown} at $java is too old: 17 or newer is needed; JAVA_HOME chooses another."
}

# Asked before the first build only: Maven takes half a second to say its version.
require_maven() {
  [ -x "$(dirname "$java")/javac" ] || [ -x "$(dirname "$(readlink -f "$java")")/javac" ] \
    || fail "$java belongs to a runtime without a compiler: install a JDK, version 17 or newer, or set JAVA_HOME."
  command -v "$maven" >/dev/null || fail "No Maven here: install Maven 3.8 or newer; MOTCUA_MAVEN names another command for it."
  local version major minor
  version=$("$maven" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  major=${version%%.*} minor=${version#*.}
  [ "${major:-0}" -gt 3 ] || { [ "${major:-0}" -eq 3 ] && [ "${minor:-0}" -ge 8 ]; } \
    || fail "Maven ${version:-unknown} is too old: 3.8 or newer is needed."
}

own_home() {
  if [ ! -d "$home" ]; then
    mkdir -p "$home" && chmod 700 "$home" || fail "Cannot make $home; MOTCUA_HOME names another directory for data, keys and logs."
  fi
  mkdir -p "$home/run" "$home/logs" "$home/build"
}

newer_than_sources() {
  [ -e "$1" ] && [ -z "$(find "$project/pom.xml" "$project/deploy/local/pom.xml" "$project/deploy/local/src/main" -newer "$1" | head -n 1)" ]
}

build_platform() {
  if [ -e "$jar" ] && [ -d "$libraries" ] && { newer_than_sources "$jar" || newer_than_sources "$home/build/platform"; }; then
    return
  fi
  require_maven
  echo "building the platform's own program (deploy/local)"
  touch "$home/build/began"
  (cd "$project" && "$maven" -q -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true -pl .,deploy/local package) \
    || fail "Maven could not build deploy/local; what it said is above."
  mv "$home/build/began" "$home/build/platform"
}

# The JVM and its arguments up to the command, in the array "platform".
platform_program() {
  platform=("$java" -Xmx256m -Xms24m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8
    -Dstdout.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8
    -Djava.util.logging.manager=org.jboss.logmanager.LogManager
    -Dmotcua.project="$project" -Dmotcua.home="$home" -Dmotcua.port-offset="$offset" -Dmotcua.maven="$maven"
    -cp "$1:$libraries/*" vn.motcua.local.commands.Deploy)
}

# The other commands run what deploy/up has built.
run_built() {
  require_java
  [ -e "$jar" ] || fail "Nothing is built yet: deploy/up builds and starts the platform."
  own_home
  platform_program "$jar"
  exec "${platform[@]}" "$@"
}
