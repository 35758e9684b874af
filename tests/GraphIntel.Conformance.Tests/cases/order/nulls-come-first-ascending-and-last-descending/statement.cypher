CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id IS NOT NULL
  WITH *
  ORDER BY n1.subKind IS NOT NULL ASC, n1.subKind ASC, n1.id ASC LIMIT $p.a0
  RETURN [n1.id, n1.subKind]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id IS NOT NULL
  WITH *
  ORDER BY n1.subKind IS NOT NULL ASC, n1.subKind ASC, n1.id ASC LIMIT $p.a0
  RETURN [n1.id, n1.subKind]
} AS c0
RETURN [reverse(c0)] AS r
