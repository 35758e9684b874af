CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.start IS NOT NULL AND n1.id IS NOT NULL AND n1.start >= $p.a2 AND (n1.start > $p.a2 OR n1.start = $p.a2 AND (n1.id > $p.a3))
  WITH *
  ORDER BY n1.start ASC, n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
