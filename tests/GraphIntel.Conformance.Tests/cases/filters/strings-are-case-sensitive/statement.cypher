CYPHER 5
WITH COUNT {
  MATCH (n1:Place)
  WHERE n1.name CONTAINS $p.a0 AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COLLECT {
  MATCH (n2:Place)
  WHERE n2.name CONTAINS $p.a3 AND n2.id IS NOT NULL
  WITH *
  ORDER BY n2.id ASC LIMIT $p.a5
  RETURN [n2.id]
} AS c1, COLLECT {
  MATCH (n3:Place)
  WHERE n3.name STARTS WITH $p.a6 AND n3.id IS NOT NULL
  WITH *
  ORDER BY n3.id ASC LIMIT $p.a8
  RETURN [n3.id]
} AS c2, COLLECT {
  MATCH (n4:Place)
  WHERE n4.name ENDS WITH $p.a9 AND n4.id IS NOT NULL
  WITH *
  ORDER BY n4.id ASC LIMIT $p.a11
  RETURN [n4.id]
} AS c3, COUNT {
  MATCH (n5:Place)
  WHERE n5.name CONTAINS $p.a12 AND n5.id IS NOT NULL
  RETURN n5
} AS c4
RETURN [c0, c1, c2, c3, c4] AS r
