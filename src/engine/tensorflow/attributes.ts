import type { CApi, Pointer } from "./c_api.ts";
import { toCString } from "./c_string.ts";
import type { Status } from "./status.ts";

/** The kinds of attribute, numbered as in the addon of tfjs-node. */
export const AttributeKind = {
  STRING: 0,
  INT: 1,
  FLOAT: 2,
  BOOL: 3,
  TYPE: 4,
  SHAPE: 5,
  RESOURCE: 9,
} as const;

/** An attribute of an operation, as the kernels of tfjs-node give it. */
export interface Attribute {
  readonly name: string;
  readonly type: number;
  readonly value: unknown;
}

const encoder = new TextEncoder();

/** The setters of eager operations (`TFE_OpSetAttr…`) and of graph operations (`TF_SetAttr…`) under one shape. */
export interface AttributeSetters {
  string(name: Uint8Array<ArrayBuffer>, value: Uint8Array<ArrayBuffer>, length: bigint): void;
  int(name: Uint8Array<ArrayBuffer>, value: bigint): void;
  intList(name: Uint8Array<ArrayBuffer>, values: BigInt64Array<ArrayBuffer>, count: number): void;
  float(name: Uint8Array<ArrayBuffer>, value: number): void;
  bool(name: Uint8Array<ArrayBuffer>, value: number): void;
  type(name: Uint8Array<ArrayBuffer>, value: number): void;
  shape(name: Uint8Array<ArrayBuffer>, dims: BigInt64Array<ArrayBuffer>, rank: number): void;
}

/** Setters for an eager operation. */
export function eagerSetters(api: CApi, operation: Pointer, status: Status): AttributeSetters {
  return {
    string: (name, value, length) => api.TFE_OpSetAttrString(operation, name, value, length),
    int: (name, value) => api.TFE_OpSetAttrInt(operation, name, value),
    intList: (name, values, count) => api.TFE_OpSetAttrIntList(operation, name, values, count),
    float: (name, value) => api.TFE_OpSetAttrFloat(operation, name, value),
    bool: (name, value) => api.TFE_OpSetAttrBool(operation, name, value),
    type: (name, value) => api.TFE_OpSetAttrType(operation, name, value),
    shape: (name, dims, rank) => {
      api.TFE_OpSetAttrShape(operation, name, dims, rank, status.pointer);
      status.check("TFE_OpSetAttrShape");
    },
  };
}

/** Setters for an operation of a graph under capture. */
export function graphSetters(api: CApi, operation: Pointer): AttributeSetters {
  return {
    string: (name, value, length) => api.TF_SetAttrString(operation, name, value, length),
    int: (name, value) => api.TF_SetAttrInt(operation, name, value),
    intList: (name, values, count) => api.TF_SetAttrIntList(operation, name, values, count),
    float: (name, value) => api.TF_SetAttrFloat(operation, name, value),
    bool: (name, value) => api.TF_SetAttrBool(operation, name, value),
    type: (name, value) => api.TF_SetAttrType(operation, name, value),
    shape: (name, dims, rank) => api.TF_SetAttrShape(operation, name, dims, rank),
  };
}

type Setter = (setters: AttributeSetters, name: Uint8Array<ArrayBuffer>, value: never) => void;

const SETTERS: Readonly<Record<number, Setter>> = {
  [AttributeKind.STRING]: (setters, name, value: string) => {
    const bytes = encoder.encode(value);
    setters.string(name, bytes.length > 0 ? bytes : new Uint8Array(1), BigInt(bytes.length));
  },
  [AttributeKind.INT]: (setters, name, value: number | number[]) => {
    if (Array.isArray(value)) setters.intList(name, toDims(value), value.length);
    else setters.int(name, BigInt(value));
  },
  [AttributeKind.FLOAT]: (setters, name, value: number) => setters.float(name, value),
  [AttributeKind.BOOL]: (setters, name, value: boolean) => setters.bool(name, value ? 1 : 0),
  [AttributeKind.TYPE]: (setters, name, value: number) => setters.type(name, value),
  [AttributeKind.SHAPE]: (setters, name, value: number[]) =>
    setters.shape(name, toDims(value), value.length),
};

/**
 * Sets the attributes of an operation.
 *
 * @param setters Where to set them.
 * @param attributes The attributes.
 * @throws {RangeError} For a kind that no kernel of the laboratory uses.
 */
export function setAttributes(setters: AttributeSetters, attributes: readonly Attribute[]): void {
  for (const attribute of attributes) {
    const set = SETTERS[attribute.type];
    if (set === undefined) {
      throw new RangeError(
        `Cannot set the attribute "${attribute.name}": unknown kind ${attribute.type}`,
      );
    }
    set(setters, toCString(attribute.name), attribute.value as never);
  }
}

/** Sizes as the C side reads them; never an empty buffer, whose address would be NULL. */
export function toDims(sizes: readonly number[]): BigInt64Array<ArrayBuffer> {
  return BigInt64Array.from(sizes.length > 0 ? sizes : [0], BigInt);
}
