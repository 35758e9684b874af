CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r2:BACKS]-(n3:Actor)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED'] AND any(e4 IN r2.kinds WHERE e4 = $p.a1)
    WITH *
    ORDER BY n3.id ASC, r2.id ASC LIMIT $p.a3
    RETURN [n3.id]
  } AS c0
  RETURN [c0]
} AS c1, COLLECT {
  MATCH (n5:Actor)
  WHERE n5.id = $p.a4
  WITH *, COLLECT {
    MATCH (n5)<-[r6:BACKS]-(n7:Actor)
    WHERE r6.standing IN ['ASSERTED', 'DISPUTED'] AND NOT coalesce(any(e8 IN r6.kinds WHERE e8 = $p.a5), false)
    WITH *
    ORDER BY n7.id ASC, r6.id ASC LIMIT $p.a7
    RETURN [n7.id]
  } AS c2
  RETURN [c2]
} AS c3, COLLECT {
  MATCH (n9:Actor)
  WHERE n9.id = $p.a8
  WITH *, COLLECT {
    MATCH (n9)<-[r10:BACKS]-(n11:Actor)
    WHERE r10.standing IN ['ASSERTED', 'DISPUTED'] AND NOT coalesce(any(e12 IN r10.kinds WHERE e12 = $p.a9), false)
    WITH *
    ORDER BY n11.id ASC, r10.id ASC LIMIT $p.a11
    RETURN [n11.id]
  } AS c4
  RETURN [c4]
} AS c5
RETURN [c1[0], c3[0], c5[0]] AS r
