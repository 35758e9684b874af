CYPHER 5
WITH COLLECT {
  MATCH (n1:Claim)
  WHERE n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.made]
} AS c0, COLLECT {
  MATCH (n2:Place)
  WHERE n2.id IS NOT NULL
  WITH *
  ORDER BY n2.id ASC LIMIT $p.a3
  RETURN [n2.kind]
} AS c1, COLLECT {
  MATCH (n3:Place)
  WHERE n3.id IS NOT NULL
  WITH *
  ORDER BY n3.id ASC LIMIT $p.a5
  RETURN []
} AS c2, COLLECT {
  MATCH (n4:Place)
  WHERE n4.id IS NOT NULL
  WITH *
  ORDER BY n4.id ASC LIMIT $p.a7
  RETURN []
} AS c3
RETURN [c0, c1, c2, c3] AS r
