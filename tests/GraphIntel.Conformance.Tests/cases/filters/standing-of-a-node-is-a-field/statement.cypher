CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  WHERE n1.standing = $p.a0 AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COUNT {
  MATCH (n2:Event)
  WHERE NOT coalesce(n2.standing = $p.a3, false) AND n2.id IS NOT NULL
  RETURN n2
} AS c1, COUNT {
  MATCH (n3:Event)
  WHERE EXISTS {
    MATCH (n3)<-[r4:PARTICIPATED_IN]-(n5:Actor)
    WHERE r4.standing IN ['ASSERTED', 'DISPUTED'] AND r4.standing IN $p.a6
    RETURN 1
  } AND n3.id IS NOT NULL
  RETURN n3
} AS c2
RETURN [c0, c1, c2] AS r
