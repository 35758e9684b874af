CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a0
  RETURN [n1.id, n1.id]
} AS c0, COUNT {
  MATCH (n1:Actor)
  RETURN n1
} AS c1
RETURN [c0, c1] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id DESC LIMIT $p.a0
  RETURN [n1.id, n1.id]
} AS c0, COUNT {
  MATCH (n1:Actor)
  RETURN n1
} AS c1
RETURN [reverse(c0), c1] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Actor) USING INDEX SEEK n1:Actor(id)
  WHERE n1.id IN $p.a0 AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COLLECT {
  MATCH (n1:Actor) USING INDEX SEEK n1:Actor(id)
  WHERE n1.id IN $p.a0 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN []
} AS c1
RETURN [c0, c1] AS r
