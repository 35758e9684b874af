CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r2:CONTROLS]-(n3:Actor)
    WHERE (r2.from IS NULL OR r2.from < $p.a2) AND (r2.until IS NULL OR r2.until > $p.a1) AND r2.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n3.id ASC, r2.id ASC LIMIT $p.a4
    RETURN [n3.id]
  } AS c0, COLLECT {
    MATCH (n1)<-[r4:CONTROLS]-(n5:Actor)
    WHERE (r4.from IS NULL OR r4.from < $p.a6) AND (r4.until IS NULL OR r4.until > $p.a5) AND r4.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n5.id ASC, r4.id ASC LIMIT $p.a8
    RETURN [n5.id]
  } AS c1, COLLECT {
    MATCH (n1)<-[r6:CONTROLS]-(n7:Actor)
    WHERE (r6.until IS NULL OR r6.until > $p.a9) AND r6.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n7.id ASC, r6.id ASC LIMIT $p.a11
    RETURN [n7.id]
  } AS c2, COLLECT {
    MATCH (n1)<-[r8:CONTROLS]-(n9:Actor)
    WHERE (r8.from IS NULL OR r8.from < $p.a12) AND r8.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n9.id ASC, r8.id ASC LIMIT $p.a14
    RETURN [n9.id]
  } AS c3, COLLECT {
    MATCH (n1)<-[r10:CONTROLS]-(n11:Actor)
    WHERE r10.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n11.id ASC, r10.id ASC LIMIT $p.a16
    RETURN [n11.id]
  } AS c4
  RETURN [c0, c1, c2, c3, c4]
} AS c5
RETURN [c5[0]] AS r
