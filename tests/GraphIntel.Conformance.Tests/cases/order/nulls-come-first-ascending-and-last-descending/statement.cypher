CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id IS NOT NULL
  WITH *
  ORDER BY n1.subKind IS NOT NULL ASC, n1.subKind ASC, n1.id ASC LIMIT $p.a1
  RETURN [n1.id, n1.subKind]
} AS c0, COLLECT {
  MATCH (n2:Event)
  WHERE n2.id IS NOT NULL
  WITH *
  ORDER BY n2.subKind IS NOT NULL ASC, n2.subKind ASC, n2.id ASC LIMIT $p.a3
  RETURN [n2.id, n2.subKind]
} AS c1
RETURN [c0, reverse(c1)] AS r
