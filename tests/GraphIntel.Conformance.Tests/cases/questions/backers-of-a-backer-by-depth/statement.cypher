CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)<-[r2s:BACKS*1..6]-(w4x1)
    WHERE all(r2 IN r2s WHERE r2.standing IN ['ASSERTED', 'DISPUTED'])
    WITH DISTINCT w4x1
    WITH w4x1 AS n3
    WHERE n3:Actor AND n3 <> n1
    RETURN n3
  } AS c0, COLLECT {
    MATCH w4p1 = (n1)<-[r2s:BACKS*1..6]-(w4x1)
    WHERE all(r2 IN r2s WHERE r2.standing IN ['ASSERTED', 'DISPUTED'])
    WITH w4x1, min(length(w4p1)) AS w4d1
    WITH w4x1 AS n3, w4d1 AS w4
    WHERE n3:Actor AND n3 <> n1
    WITH *
    ORDER BY w4 ASC, n3.id ASC LIMIT $p.a2
    RETURN [w4, n3.name]
  } AS c1, COLLECT {
    MATCH w7p1 = (n1)<-[r5s:BACKS*1..6]-(w7x1)
    WHERE all(r5 IN r5s WHERE (r5.from IS NULL OR r5.from <= $p.a3) AND (r5.until IS NULL OR r5.until > $p.a3) AND r5.attestedFrom <= $p.a3 AND r5.attestedUntil >= $p.a3 AND r5.standing IN ['ASSERTED', 'DISPUTED'])
    WITH w7x1, min(length(w7p1)) AS w7d1
    WITH w7x1 AS n6, w7d1 AS w7
    WHERE n6:Actor AND n6 <> n1
    WITH *
    ORDER BY w7 ASC, n6.id ASC LIMIT $p.a5
    RETURN [w7, n6.id]
  } AS c2, COLLECT {
    MATCH w10p1 = (n1)<-[r8s:BACKS*1..6]-(w10x1)
    WHERE all(r8 IN r8s WHERE (r8.from IS NULL OR r8.from <= $p.a6) AND (r8.until IS NULL OR r8.until > $p.a6) AND r8.attestedFrom <= $p.a6 AND r8.attestedUntil >= $p.a6 AND r8.standing IN ['ASSERTED', 'DISPUTED'])
    WITH w10x1, min(length(w10p1)) AS w10d1
    WITH w10x1 AS n9, w10d1 AS w10
    WHERE n9:Actor AND n9 <> n1
    WITH *
    ORDER BY w10 ASC, n9.id ASC LIMIT $p.a8
    RETURN [w10, n9.id]
  } AS c3
  RETURN [c0, c1, c2, c3]
} AS c4
RETURN [c4[0]] AS r
