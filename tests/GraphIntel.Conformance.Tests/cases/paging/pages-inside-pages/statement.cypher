CYPHER 5
WITH COLLECT {
  MATCH (n1:Source)
  WHERE n1.name IS NOT NULL AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.name ASC, n1.id ASC LIMIT $p.a1
  WITH *, COUNT {
    MATCH (n1)<-[r2:MADE_BY]-(n3:Claim)
    RETURN n3
  } AS c0, COLLECT {
    MATCH (n1)<-[r2:MADE_BY]-(n3:Claim)
    WITH *
    ORDER BY n3.id DESC LIMIT $p.a3
    RETURN [n3.id, n3.id]
  } AS c1
  RETURN [n1.name, n1.id, n1.name, c0, reverse(c1)]
} AS c2
RETURN [c2] AS r
