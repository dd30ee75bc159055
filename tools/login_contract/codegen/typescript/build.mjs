// Makes the types of the description, then the JavaScript and the declarations of the package.
//
//   node build.mjs DESCRIPTION.json PACKAGE
//
// PACKAGE holds `tsconfig.json` and what of `src/` is written by hand or rendered. It stands below the
// folder that the toolchain is installed in, where Node and the compiler find what it imports. Complaints
// go to the standard error stream, one a line, and make the status 1.
import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

import openapiTS, { astToString, COMMENT_HEADER } from "openapi-typescript";
import ts from "typescript";

const [description, folder] = process.argv.slice(2);
const document = JSON.parse(readFileSync(description, "utf8"));
// A default is what the server takes when something is left out, so that it may be left out.
const tree = await openapiTS(document, { defaultNonNullable: false, silent: true });
writeFileSync(join(folder, "src", "schema.ts"), COMMENT_HEADER + astToString(tree));

const options = ts.getParsedCommandLineOfConfigFile(join(folder, "tsconfig.json"), {}, {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: complain,
});
const program = ts.createProgram(options.fileNames, options.options);
const emitted = program.emit();
const found = [...options.errors, ...ts.getPreEmitDiagnostics(program), ...emitted.diagnostics];
ts.sortAndDeduplicateDiagnostics(found).forEach(complain);

function complain(diagnostic) {
  const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, " ");
  const { file, start } = diagnostic;
  const line = file && file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
  const place = file ? `${relative(folder, file.fileName)}:${line}: ` : "";
  process.stderr.write(`${place}${text.replaceAll("\n", " ")}\n`);
  process.exitCode = 1;
}
