CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r3:BACKS]-(n2:Actor)
    WHERE (r3.`$supported` <= $p.a1 OR (r3.`$supported` IS NULL AND r3.`$denied` IS NULL))
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a2
    RETURN [n2.name]
  } AS c0
  RETURN [c0]
} AS c1
RETURN [c1[0]] AS r
