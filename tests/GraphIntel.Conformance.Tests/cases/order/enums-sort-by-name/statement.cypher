CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.kind IS NOT NULL AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.kind ASC, n1.name DESC, n1.id DESC LIMIT $p.a1
  RETURN [n1.kind, n1.name]
} AS c0
RETURN [c0] AS r
