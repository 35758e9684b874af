// Converts the project's model to type definitions of @neo4j/graphql 7, with the same labels, relationship types and properties, so
// that both servers read one database. Fields that the library does not support (paths, references by id) are omitted.
import { Kind, parse, print, visit } from 'graphql'

const named = (nodes, name) => nodes?.find(node => node.name.value === name)
const value = node => node?.value.value
const name = text => ({ kind: Kind.NAME, value: text })
const string = text => ({ kind: Kind.STRING, value: text })
const enumeration = text => ({ kind: Kind.ENUM, value: text })
const directive = (text, values = {}) => ({
  kind: Kind.DIRECTIVE,
  name: name(text),
  arguments: Object.entries(values).map(([key, value]) => ({ kind: Kind.ARGUMENT, name: name(key), value }))
})

/** The type definitions for @neo4j/graphql from the text of a model, and the node properties to index. */
export function adapt(model) {
  const definitions = parse(model).definitions.filter(
    definition => definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value !== 'Direction')
  return {
    typeDefs: print({ kind: Kind.DOCUMENT, definitions: definitions.map(withoutDescriptions).map(definition) }),
    indexed: definitions.filter(type => named(type.directives, 'node')).flatMap(type => type.fields
      .filter(field => named(field.directives, 'index'))
      .map(field => ({ label: type.name.value, property: field.name.value })))
  }
}

const withoutDescriptions = node => visit(node, { enter: inner => ({ ...inner, description: undefined }) })

function definition(type) {
  if (type.kind === Kind.ENUM_TYPE_DEFINITION)
    return type
  const node = named(type.directives, 'node')
  const plural = value(named(node?.arguments, 'plural'))
  return {
    ...type,
    directives: node
      ? [directive('node'), ...(plural ? [directive('plural', { value: string(plural) })] : [])]
      : [directive('relationshipProperties')],
    fields: type.fields.filter(field => !['path', 'refersBy', 'refersTo'].some(link => named(field.directives, link))).map(adapted)
  }
}

function adapted(field) {
  const relationship = named(field.directives, 'relationship')
  if (!relationship)
    return { ...field, directives: [] }
  const direction = value(named(relationship.arguments, 'direction'))
  const properties = value(named(relationship.arguments, 'properties'))
  return {
    ...field,
    // Version 7 supports only lists: a to-one relationship becomes a list of at most one.
    type: field.type.kind === Kind.NON_NULL_TYPE ? field.type : listOf(field.type),
    directives: [directive('relationship', {
      type: named(relationship.arguments, 'type').value,
      direction: enumeration(direction === 'BOTH' ? 'OUT' : direction),
      ...(direction === 'BOTH' ? { queryDirection: enumeration('UNDIRECTED') } : {}),
      ...(properties ? { properties: string(properties) } : {})
    })]
  }
}

const listOf = type => {
  const required = inner => ({ kind: Kind.NON_NULL_TYPE, type: inner })
  return required({ kind: Kind.LIST_TYPE, type: required(type) })
}
