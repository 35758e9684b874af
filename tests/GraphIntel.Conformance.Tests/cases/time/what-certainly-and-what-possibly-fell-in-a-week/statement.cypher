CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  WHERE n1.start >= $p.a0 AND n1.start <= $p.a1 AND coalesce(n1.end, n1.start) <= $p.a2 AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COLLECT {
  MATCH (n1:Event)
  WHERE n1.start >= $p.a0 AND n1.start <= $p.a1 AND coalesce(n1.end, n1.start) <= $p.a2 AND n1.id IS NOT NULL AND n1.start IS NOT NULL
  WITH *
  ORDER BY n1.start ASC, n1.id ASC LIMIT $p.a3
  RETURN [n1.title, n1.start, n1.end]
} AS c1
RETURN [c0, c1] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  WHERE n1.start >= $p.a0 AND n1.start <= $p.a1 AND coalesce(n1.end, n1.start) >= $p.a2 AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COLLECT {
  MATCH (n1:Event)
  WHERE n1.start >= $p.a0 AND n1.start <= $p.a1 AND coalesce(n1.end, n1.start) >= $p.a2 AND n1.id IS NOT NULL AND n1.start IS NOT NULL
  WITH *
  ORDER BY n1.start ASC, n1.id ASC LIMIT $p.a3
  RETURN [n1.title, n1.start, n1.end]
} AS c1
RETURN [c0, c1] AS r
