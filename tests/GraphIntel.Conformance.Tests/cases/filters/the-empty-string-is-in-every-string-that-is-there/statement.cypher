CYPHER 5
WITH COUNT {
  MATCH (n1:Actor)
  WHERE n1.description CONTAINS $p.a0 AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COUNT {
  MATCH (n2:Actor)
  WHERE n2.description STARTS WITH $p.a3 AND n2.id IS NOT NULL
  RETURN n2
} AS c1, COUNT {
  MATCH (n3:Actor)
  WHERE n3.description ENDS WITH $p.a6 AND n3.id IS NOT NULL
  RETURN n3
} AS c2, COUNT {
  MATCH (n4:Actor)
  WHERE n4.description = $p.a9 AND n4.id IS NOT NULL
  RETURN n4
} AS c3
RETURN [c0, c1, c2, c3] AS r
