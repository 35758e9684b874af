CYPHER 5
WITH COUNT {
  MATCH (n1:Actor) USING INDEX SEEK n1:Actor(id)
  WHERE n1.id IN $p.a0 AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COUNT {
  MATCH (n2:Actor)
  WHERE NOT coalesce(n2.id IN $p.a3, false) AND n2.id IS NOT NULL
  RETURN n2
} AS c1, COUNT {
  MATCH (n3:Actor)
  WHERE false
  RETURN n3
} AS c2, COUNT {
  MATCH (n4:Actor)
  RETURN n4
} AS c3, COUNT {
  MATCH (n5:Actor)
  RETURN n5
} AS c4, COUNT {
  MATCH (n6:Actor)
  RETURN n6
} AS c5, COUNT {
  MATCH (n7:Actor)
  WHERE false
  RETURN n7
} AS c6, COUNT {
  MATCH (n8:Actor)
  WHERE n8.id IS NOT NULL
  RETURN n8
} AS c7
RETURN [c0, c1, c2, c3, c4, c5, c6, c7] AS r
