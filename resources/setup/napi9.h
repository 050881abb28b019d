// Put before every C++ file of better-sqlite3 when it is compiled for Node-API 9 (Electron 33).
// Only one thing it uses is new in Node-API 10: a reference to a value that is not an object, a
// string for instance. Here such a value travels in a small object with a tag of its own.
#pragma once
#undef NAPI_VERSION
#define NAPI_VERSION 9
#include <node_api.h>

static const napi_type_tag kBoxTag = {0x5b0c5b0c5b0c5b0cULL, 0x9a9a9a9a9a9a9a9aULL};

static inline bool can_be_referenced(napi_valuetype type) {
  return type == napi_object || type == napi_function || type == napi_external || type == napi_symbol;
}

static inline napi_status boxed_create_reference(napi_env env, napi_value value, uint32_t count,
                                                 napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (can_be_referenced(type)) return napi_create_reference(env, value, count, result);

  napi_value box;
  if ((status = napi_create_object(env, &box)) != napi_ok) return status;
  if ((status = napi_type_tag_object(env, box, &kBoxTag)) != napi_ok) return status;
  if ((status = napi_set_named_property(env, box, "value", value)) != napi_ok) return status;
  // Nobody else holds the box, so a weak reference would lose it at once.
  return napi_create_reference(env, box, count ? count : 1, result);
}

static inline napi_status boxed_get_reference_value(napi_env env, napi_ref ref, napi_value* result) {
  napi_status status = napi_get_reference_value(env, ref, result);
  if (status != napi_ok || *result == nullptr) return status;

  napi_valuetype type;
  if ((status = napi_typeof(env, *result, &type)) != napi_ok) return status;
  if (type != napi_object) return napi_ok;

  bool is_boxed = false;
  status = napi_check_object_type_tag(env, *result, &kBoxTag, &is_boxed);
  if (status != napi_ok || !is_boxed) return status;
  return napi_get_named_property(env, *result, "value", result);
}

#define napi_create_reference boxed_create_reference
#define napi_get_reference_value boxed_get_reference_value
