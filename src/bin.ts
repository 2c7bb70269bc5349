#!/usr/bin/env node
// The door of the installed program. Nothing is imported before Node is known to be new enough for it.
const needed = [22, 15];
const found = process.versions.node.split('.').map(Number);
const newEnough = Number(found[0]) > Number(needed[0]) || (found[0] === needed[0] && Number(found[1]) >= Number(needed[1]));
if (newEnough) {
  void import('node:module').then((module) => {
    module.enableCompileCache();
    return import('./main.js');
  });
} else {
  process.stderr.write(
    `cms-timeline: Node ${needed.join('.')} or newer is needed, and this is Node ${process.versions.node}: install a current Node.\n`,
  );
  process.exitCode = 1;
}
