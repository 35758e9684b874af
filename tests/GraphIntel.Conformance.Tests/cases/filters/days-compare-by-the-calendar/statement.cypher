CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.start > $p.a0 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c0, COLLECT {
  MATCH (n2:Event)
  WHERE n2.start >= $p.a3 AND n2.id IS NOT NULL
  WITH *
  ORDER BY n2.id ASC LIMIT $p.a5
  RETURN [n2.id]
} AS c1, COUNT {
  MATCH (n3:Event)
  WHERE n3.start < $p.a6 AND n3.id IS NOT NULL
  RETURN n3
} AS c2, COUNT {
  MATCH (n4:Event)
  WHERE n4.start <= $p.a9 AND n4.id IS NOT NULL
  RETURN n4
} AS c3, COLLECT {
  MATCH (n5:Event)
  WHERE n5.start >= $p.a12 AND n5.start < $p.a13 AND n5.id IS NOT NULL
  WITH *
  ORDER BY n5.id ASC LIMIT $p.a15
  RETURN [n5.id]
} AS c4
RETURN [c0, c1, c2, c3, c4] AS r
