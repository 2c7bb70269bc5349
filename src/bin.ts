#!/usr/bin/env node
// The door of the installed program. Nothing is imported before Node is known to be new enough for it.
const needed = [22, 15];
const found = process.versions.node.split('.').map(Number);
const newEnough = Number(found[0]) > Number(needed[0]) || (found[0] === needed[0] && Number(found[1]) >= Number(needed[1]));
if (newEnough) {
  // What is compiled with a file goes into the cache with it, what is compiled when it is called does not: a start is a tenth shorter when all
  // is compiled at once. An export, which may run for long, does without, as its memory is for the log; so it has a cache of its own.
  const isExport = process.argv[2] === 'export';
  if (!isExport) process.getBuiltinModule('node:v8').setFlagsFromString('--no-lazy');
  void import('node:module').then((module) => {
    // Where a folder is set from outside, Node uses it from the start, whatever is said here.
    const folder = `${process.getBuiltinModule('node:os').tmpdir()}/node-compile-cache`;
    module.enableCompileCache(isExport ? `${folder}/cms-timeline-export` : folder);
    return import('./main.js');
  });
} else {
  process.stderr.write(
    `cms-timeline: Node ${needed.join('.')} or newer is needed, and this is Node ${process.versions.node}: install a current Node.\n`,
  );
  process.exitCode = 1;
}
