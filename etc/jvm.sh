# How much a command's JVM gets, for the launcher and for whoever measures what it starts. Sourced (POSIX sh).

# A backup of 156 000 files stays under 300 MB with this; vaults of many terabytes need more (-Xmx1g in
# HOLDFAST_JAVA_OPTS), and the command says so. With the ciphers of the system's library nothing is left that needs
# the second compiler: a command lives too short for what it costs.
command_memory() {
  # What a restore or a check knows of each file lives as long as it does: with a third of the heap for the young, as
  # is usual, the old would be full, and each collection a full one.
  echo '-XX:+UseSerialGC -Xmx192m -Xmn48m -XX:SurvivorRatio=2'
  for library in /lib/*-linux-gnu/libcrypto.so.3 /usr/lib64/libcrypto.so.3 /usr/lib/libcrypto.so.3; do
    [ ! -e "$library" ] || echo '-XX:TieredStopAtLevel=1'
  done
}
