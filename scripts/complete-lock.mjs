// Adds other platforms' optional packages to package-lock.json. A registry mirror that does not carry them makes npm leave
// them out, and `npm ci` then refuses the lock file, on every machine. Run it after `npm install`; it downloads nothing.
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
// Packages whose name does not tell the system they are for.
const SYSTEM_OF = { fsevents: 'darwin' };

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { packages } = lock;
const added = [];

for (const [path, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isThere(path, name) || !/^\d+\.\d+\.\d+/.test(version)) continue;
    packages[`node_modules/${name}`] = platformEntry(name, version, entry);
    added.push(`${name}@${version}`);
  }
}

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'package-lock.json is complete' : `added to package-lock.json: ${added.join(', ')}`);

/** Looks where Node would: beside the package, then in every folder above. */
function isThere(path, name) {
  const folders = path
    .split('/node_modules/')
    .map((_, at, parts) => parts.slice(0, parts.length - at).join('/node_modules/'));
  return [...folders, ''].some(
    (folder) => packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`],
  );
}

/** What npm needs to know to leave the package out on every other platform. */
function platformEntry(name, version, parent) {
  const parts = name.split(/[-/]/);
  const os = SYSTEM_OF[name] ?? SYSTEMS.find((each) => parts.includes(each));
  const cpu = PROCESSORS.find((each) => parts.includes(each));
  const libc = os !== 'linux' ? undefined : parts.some((each) => each.startsWith('musl')) ? 'musl' : undefined;
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(parent.dev && { dev: true }),
    ...(libc && { libc: [libc] }),
    ...(parent.license && { license: parent.license }),
    optional: true,
    ...(os && { os: [os] }),
  };
}
