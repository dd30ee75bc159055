// Reads and writes YAML for a test, one JSON text per line: {"read": text}, or {"write": value, "options": {...}}.
// Values travel with their types, so that 1 and "1", or a number too long for JavaScript, stay what they are.
const { createRequire } = require('node:module')
const readline = require('node:readline')

const YAML = createRequire(`${process.argv[2]}/`)('yaml')

const wrap = (value) => {
  if (typeof value === 'bigint') return ['int', String(value)]
  if (typeof value === 'number') return ['float', Object.is(value, -0) ? '-0.0' : String(value)]
  if (Array.isArray(value)) return ['list', value.map(wrap)]
  if (value instanceof Map) return ['map', [...value].map(([key, one]) => [wrap(key), wrap(one)])]
  return ['as is', value]
}

const unwrap = ([type, value]) => {
  if (type === 'int') return BigInt(value)
  if (type === 'float') return Number(value)
  if (type === 'list') return value.map(unwrap)
  if (type === 'map') return new Map(value.map(([key, one]) => [unwrap(key), unwrap(one)]))
  return value
}

const answer = ({ read, write, options }) => {
  if (write !== undefined) return { text: YAML.stringify(unwrap(write), options) }
  const document = YAML.parseDocument(read, { intAsBigInt: true, strict: true, uniqueKeys: true })
  const complaints = [...document.errors, ...document.warnings].map(String)
  return complaints.length ? { complaints } : { value: wrap(document.toJS({ mapAsMap: true })) }
}

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  let said
  try {
    said = answer(JSON.parse(line))
  } catch (error) {
    said = { complaints: [String(error)] }
  }
  process.stdout.write(`${JSON.stringify(said)}\n`)
})
