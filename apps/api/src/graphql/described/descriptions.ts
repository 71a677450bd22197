/** By type: by field, input field or value what it means; `''` is the type itself, `field(argument)` an argument. */
export type Descriptions = Readonly<Record<string, Readonly<Record<string, string>>>>;
