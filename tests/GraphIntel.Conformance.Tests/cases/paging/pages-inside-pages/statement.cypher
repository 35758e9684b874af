CYPHER 5
WITH COLLECT {
  MATCH (n1:Source)
  WHERE n1.name IS NOT NULL AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.name ASC, n1.id ASC LIMIT $p.a1
  WITH *, COUNT {
    MATCH (n1)<-[r3:MADE_BY]-(n2:Claim)
    RETURN n2
  } AS c0, COLLECT {
    MATCH (n1)<-[r3:MADE_BY]-(n2:Claim)
    WITH *
    ORDER BY n2.id DESC LIMIT $p.a0
    RETURN [n2.id, n2.id]
  } AS c1
  RETURN [n1.name, n1.id, n1.name, c0, reverse(c1)]
} AS c2
RETURN [c2] AS r
