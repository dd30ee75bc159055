// Runs scripts that use the built TypeScript client, alike in Node and on a page, and tells their outcome as JSON:
// {value} or {refusal}.
const Script = (async () => {}).constructor;

export function runner(client, operations) {
  const shared = {};

  return async function run(script, given, sender = () => undefined) {
    const names = ['client', 'operations', 'given', 'shared', 'send'];
    try {
      const value = await new Script(...names, script)(client, operations, given, shared, sender(shared));
      return { value: value ?? null };
    } catch (error) {
      return { refusal: told(error) };
    }
  };
}

function told(error) {
  const { name, message, code = null, status = null, description = null, details = null } = error;
  const family = [];
  for (let kind = error.constructor; kind?.name; kind = Object.getPrototypeOf(kind)) family.push(kind.name);
  return { name, code, message, status, description, details, family };
}
