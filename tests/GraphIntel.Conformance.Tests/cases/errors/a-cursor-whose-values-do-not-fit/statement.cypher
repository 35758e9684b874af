CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.start IS NOT NULL AND n1.id IS NOT NULL AND n1.start <= $p.a2 AND (n1.start < $p.a2 OR n1.start = $p.a2 AND (n1.id < $p.a3))
  WITH *
  ORDER BY n1.start ASC, n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c0, COLLECT {
  MATCH (n2:Event)
  WHERE n2.start IS NOT NULL AND n2.id IS NOT NULL AND n2.start <= $p.a6 AND (n2.start < $p.a6 OR n2.start = $p.a6 AND (n2.id < $p.a7))
  WITH *
  ORDER BY n2.start ASC, n2.id ASC LIMIT $p.a5
  RETURN [n2.id]
} AS c1, COLLECT {
  MATCH (n3:Event)
  WHERE n3.start IS NOT NULL AND n3.id IS NOT NULL AND n3.start <= $p.a10 AND (n3.start < $p.a10 OR n3.start = $p.a10 AND (n3.id < $p.a11))
  WITH *
  ORDER BY n3.start ASC, n3.id ASC LIMIT $p.a9
  RETURN [n3.id]
} AS c2
RETURN [c0, c1, c2] AS r
