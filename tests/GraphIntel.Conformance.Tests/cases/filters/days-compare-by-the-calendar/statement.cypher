CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.start > $p.a0 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.start >= $p.a0 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  WHERE n1.start < $p.a0 AND n1.id IS NOT NULL
  RETURN n1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  WHERE n1.start <= $p.a0 AND n1.id IS NOT NULL
  RETURN n1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.start >= $p.a0 AND n1.start < $p.a1 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
