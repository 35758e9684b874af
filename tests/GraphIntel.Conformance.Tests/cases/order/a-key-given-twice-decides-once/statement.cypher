CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.start IS NOT NULL AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.start ASC, n1.id DESC LIMIT $p.a1
  RETURN [n1.start, n1.id, n1.id]
} AS c0
RETURN [c0] AS r
