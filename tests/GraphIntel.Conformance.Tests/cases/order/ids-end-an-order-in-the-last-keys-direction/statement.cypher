CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.start IS NOT NULL AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.start DESC, n1.id DESC LIMIT $p.a1
  RETURN [n1.id]
} AS c0, COLLECT {
  MATCH (n2:Event)
  WHERE n2.start IS NOT NULL AND n2.id IS NOT NULL
  WITH *
  ORDER BY n2.start DESC, n2.kind ASC, n2.id ASC LIMIT $p.a3
  RETURN [n2.id]
} AS c1
RETURN [c0, c1] AS r
