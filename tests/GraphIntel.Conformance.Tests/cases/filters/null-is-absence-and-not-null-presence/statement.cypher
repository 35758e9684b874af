CYPHER 5
WITH COUNT {
  MATCH (n1:Actor)
  WHERE n1.description IS NULL AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COLLECT {
  MATCH (n2:Actor)
  WHERE n2.description IS NOT NULL AND n2.id IS NOT NULL
  WITH *
  ORDER BY n2.id ASC LIMIT $p.a3
  RETURN [n2.id]
} AS c1, COUNT {
  MATCH (n3:Actor)
  WHERE n3.description IS NOT NULL AND n3.id IS NOT NULL
  RETURN n3
} AS c2, COLLECT {
  MATCH (n4:Event)
  WHERE n4.subKind IS NULL AND n4.id IS NOT NULL
  WITH *
  ORDER BY n4.id ASC LIMIT $p.a7
  RETURN [n4.id]
} AS c3
RETURN [c0, c1, c2, c3] AS r
