CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id IS NOT NULL
  WITH *
  ORDER BY n1.end ASC, n1.start DESC, n1.id ASC LIMIT $p.a0
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id IS NOT NULL
  WITH *
  ORDER BY n1.title DESC, n1.id DESC LIMIT $p.a0
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
