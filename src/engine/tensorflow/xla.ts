import { type Attribute, AttributeKind } from "./attributes.ts";

/** Set on a function and on a call of it: XLA compiles the whole, or the call fails (`xla_op_registry.h`). */
export const XLA_MUST_COMPILE = "_XlaMustCompile";

/** Field `b` of `AttrValue` in `tensorflow/core/framework/attr_value.proto`. */
export const ATTR_VALUE_BOOL = 5;

/** Attributes of a call of a function that was compiled by XLA. */
export const XLA_CALL: readonly Attribute[] = [
  { name: XLA_MUST_COMPILE, type: AttributeKind.BOOL, value: true },
];
