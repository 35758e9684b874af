CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.id, n1.id]
} AS c0, COUNT {
  MATCH (n1:Actor)
  RETURN n1
} AS c1, COLLECT {
  MATCH (n2:Actor)
  WHERE n2.id IS NOT NULL
  WITH *
  ORDER BY n2.id DESC LIMIT $p.a3
  RETURN [n2.id, n2.id]
} AS c2, COUNT {
  MATCH (n2:Actor)
  RETURN n2
} AS c3, COUNT {
  MATCH (n3:Actor) USING INDEX SEEK n3:Actor(id)
  WHERE n3.id IN $p.a4 AND n3.id IS NOT NULL
  RETURN n3
} AS c4, COLLECT {
  MATCH (n3:Actor) USING INDEX SEEK n3:Actor(id)
  WHERE n3.id IN $p.a4 AND n3.id IS NOT NULL
  WITH *
  ORDER BY n3.id ASC LIMIT $p.a6
  RETURN []
} AS c5
RETURN [c0, c1, reverse(c2), c3, c4, c5] AS r
