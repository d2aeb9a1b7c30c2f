# Finds what the commands in bin/ need. Sourced; POSIX sh.

# Prints the home of a JDK 25 or newer: JAVA_HOME, then PATH, then the usual folders.
find_jdk() {
    on_path=$(command -v javac 2>/dev/null || command -v java 2>/dev/null || true)
    if [ -n "$on_path" ]; then
        on_path=$(resolve "$on_path")
        on_path=$(dirname "$(dirname "$on_path")")
    fi
    for home in "${JAVA_HOME:-}" "$on_path" \
        /usr/lib/jvm/* /opt/*jdk* /opt/java/* /usr/local/*jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if [ -n "$home" ] && [ -x "$home/bin/java" ] && is_new_enough "$home"; then
            printf '%s\n' "$home"
            return 0
        fi
    done
    return 1
}

# Whether a JDK's release file names version 25 or newer. Reading it starts no process.
is_new_enough() {
    [ -r "$1/release" ] || return 1
    while IFS= read -r line; do
        case $line in
        JAVA_VERSION=\"*)
            major=${line#JAVA_VERSION=\"}
            major=${major%%[!0-9]*}
            [ "${major:-0}" -ge 25 ]
            return
            ;;
        esac
    done <"$1/release"
    return 1
}

# Follows links, as readlink -f would where it exists.
resolve() {
    file=$1
    while [ -L "$file" ]; do
        link=$(readlink "$file")
        case $link in
        /*) file=$link ;;
        *) file=$(dirname "$file")/$link ;;
        esac
    done
    printf '%s\n' "$file"
}

# Leaves JDK set, or says how to get one and ends.
need_jdk() {
    JDK=$(find_jdk) || {
        cat >&2 <<'SAY'
Groundschool needs a JDK 25 and found none: not in JAVA_HOME, not on the PATH, not in the usual folders.
Get one, for instance Eclipse Temurin 25:
  Debian, Ubuntu   sudo apt install openjdk-25-jdk    (or temurin-25-jdk from Adoptium's packages)
  macOS            brew install openjdk@25
  anywhere         https://adoptium.net
then run this again, with JAVA_HOME set to it if it lies in an unusual place.
SAY
        exit 69
    }
}

# Ends with how to get Maven if there is none that is new enough. JDK must be set.
need_maven() {
    if ! command -v mvn >/dev/null 2>&1; then
        cat >&2 <<'SAY'
Groundschool needs Maven 3.8 or newer to build itself and found none on the PATH.
  Debian, Ubuntu   sudo apt install maven
  macOS            brew install maven
  anywhere         https://maven.apache.org/download.cgi
A zip that needs only the JDK is made by `bin/groundschool dist` on a machine that has Maven.
SAY
        exit 69
    fi
    maven=$(JAVA_HOME=$JDK mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
    case $maven in
    [0-2].* | 3.[0-7])
        echo "Groundschool needs Maven 3.8 or newer to build itself; the one on the PATH is $maven." >&2
        exit 69
        ;;
    esac
}

# Prints one hash of the names and contents of all files below the given places.
hash_of() {
    if command -v sha256sum >/dev/null 2>&1; then
        find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16
    else
        find "$@" -type f -print | LC_ALL=C sort | tr '\n' '\0' | xargs -0 shasum -a 256 | shasum -a 256 | cut -c1-16
    fi
}
