/** Ends the process with plain words when Node is older than the build and its tools need. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Tirkelim needs Node 20.19 or later; this is Node ${process.versions.node}.\n`);
  process.exit(1);
}
