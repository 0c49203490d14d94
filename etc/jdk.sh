# Finds a JDK 25 and exports JAVA_HOME and PATH for it. Sourced (POSIX sh) by holdfast, mvnw and .ci/run, so
# that all three work with JAVA_HOME unset, wrong, or at an older Java.
#
# Looks at JAVA_HOME, at the java on PATH, then where systems and tools put JDKs. Exactly 25 is preferred to
# something newer. The version is read from the JDK's own `release` file: no JVM is started.

holdfast_jdk_version() { # prints the feature version of the JDK at $1, or nothing if there is none
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
    sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release"
}

holdfast_find_jdk() {
  holdfast_newer=
  holdfast_on_path=$(command -v java 2>/dev/null || true)
  [ -z "$holdfast_on_path" ] || holdfast_on_path=$(dirname "$(dirname "$(readlink -f "$holdfast_on_path")")")
  for holdfast_home in "${JAVA_HOME:-}" "$holdfast_on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "${HOME:-/root}"/.sdkman/candidates/java/* "${HOME:-/root}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$holdfast_home" ] || continue
    holdfast_version=$(holdfast_jdk_version "$holdfast_home") || continue
    case $holdfast_version in
      25) echo "$holdfast_home"; return 0 ;;
      2[6-9] | [3-9][0-9]) [ -n "$holdfast_newer" ] || holdfast_newer=$holdfast_home ;;
    esac
  done
  [ -n "$holdfast_newer" ] && echo "$holdfast_newer"
}

if ! JAVA_HOME=$(holdfast_find_jdk); then
  cat >&2 <<'EOF'
Holdfast needs a JDK 25, and none was found in JAVA_HOME, on PATH, in /usr/lib/jvm, ~/.sdkman or ~/.jdks.
How to get one:
  Debian, Ubuntu   apt install temurin-25-jdk   (from Adoptium's repository), or openjdk-25-jdk
  Fedora           dnf install java-25-openjdk-devel
  macOS            brew install openjdk@25
  anywhere         sdk install java 25-tem      (SDKMAN), or unpack one and set JAVA_HOME to its folder
EOF
  exit 69
fi
PATH=$JAVA_HOME/bin:$PATH
export JAVA_HOME PATH
