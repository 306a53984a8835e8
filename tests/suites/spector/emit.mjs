// Emit OpenAPI documents of all specifications below a folder: `node emit.mjs SPECS OUTPUT`.
//
// OUTPUT/<specification>/openapi*.yaml are the documents, OUTPUT/report.json holds the errors
// of the emitter by specification. One process compiles all, since loading the compiler takes
// longer than compiling.

import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { compile, formatDiagnostic, NodeHost } from "@typespec/compiler";

const EMITTER = "@typespec/openapi3";

// The emitter crashes at the parameter `constructor` (Cannot read properties of undefined,
// in getExampleOrExamples). Without these lines, it emits the other 100 scenarios.
const OMITTED_LINES = { "special-words": /^ *(@\w+Scenario\("constructor"\)|model constructor is )/ };

const [root, output] = process.argv.slice(2);

function specifications(folder) {
  const found = existsSync(join(folder, "main.tsp")) ? [relative(root, folder)] : [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) found.push(...specifications(join(folder, entry.name)));
  }
  return found.sort();
}

function hostWithout(pattern) {
  const readFile = async (path) => {
    const file = await NodeHost.readFile(path);
    if (!path.endsWith("/main.tsp")) return file;
    const lines = file.text.split("\n").filter((line) => !pattern.test(line));
    return { ...file, text: lines.join("\n") };
  };
  return { ...NodeHost, readFile };
}

async function emit(name) {
  const folder = join(output, name);
  const pattern = OMITTED_LINES[name];
  try {
    const program = await compile(
      pattern ? hostWithout(pattern) : NodeHost,
      join(root, name, "main.tsp"),
      {
        outputDir: folder,
        emit: [EMITTER],
        options: { [EMITTER]: { "openapi-versions": ["3.1.0"], "emitter-output-dir": folder } },
      },
    );
    const errors = program.diagnostics.filter((item) => item.severity === "error");
    return errors.map((item) => formatDiagnostic(item));
  } catch (error) {
    return [String(error)];
  }
}

mkdirSync(output, { recursive: true });
const report = {};
for (const name of specifications(root)) report[name] = await emit(name);
writeFileSync(join(output, "report.json"), JSON.stringify(report, null, 2));
