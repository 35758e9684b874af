CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id IS NOT NULL
  WITH *
  ORDER BY n1.end ASC, n1.start DESC, n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c0, COLLECT {
  MATCH (n2:Event)
  WHERE n2.id IS NOT NULL
  WITH *
  ORDER BY n2.title DESC, n2.id DESC LIMIT $p.a3
  RETURN [n2.id]
} AS c1
RETURN [c0, c1] AS r
