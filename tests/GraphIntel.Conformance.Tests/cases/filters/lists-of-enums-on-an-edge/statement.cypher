CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r3:BACKS]-(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED'] AND any(e4 IN r3.kinds WHERE e4 = $p.a1)
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a2
    RETURN [n2.id]
  } AS c0
  RETURN [c0]
} AS c1
RETURN [c1[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r3:BACKS]-(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED'] AND NOT coalesce(any(e4 IN r3.kinds WHERE e4 = $p.a1), false)
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a2
    RETURN [n2.id]
  } AS c0
  RETURN [c0]
} AS c1
RETURN [c1[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r3:BACKS]-(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED'] AND NOT coalesce(any(e4 IN r3.kinds WHERE e4 = $p.a1), false)
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a2
    RETURN [n2.id]
  } AS c0
  RETURN [c0]
} AS c1
RETURN [c1[0]] AS r
