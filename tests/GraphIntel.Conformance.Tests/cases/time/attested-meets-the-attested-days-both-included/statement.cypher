CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r2:CONTROLS]-(n3:Actor)
    WHERE (r2.from IS NULL OR r2.from <= $p.a1) AND (r2.until IS NULL OR r2.until > $p.a1) AND r2.attestedFrom <= $p.a1 AND r2.attestedUntil >= $p.a1 AND r2.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n3.id ASC, r2.id ASC LIMIT $p.a3
    RETURN [n3.id]
  } AS c0, COLLECT {
    MATCH (n1)<-[r4:CONTROLS]-(n5:Actor)
    WHERE (r4.from IS NULL OR r4.from <= $p.a4) AND (r4.until IS NULL OR r4.until > $p.a4) AND r4.attestedFrom <= $p.a4 AND r4.attestedUntil >= $p.a4 AND r4.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n5.id ASC, r4.id ASC LIMIT $p.a6
    RETURN [n5.id]
  } AS c1, COLLECT {
    MATCH (n1)<-[r6:CONTROLS]-(n7:Actor)
    WHERE (r6.from IS NULL OR r6.from < $p.a8) AND (r6.until IS NULL OR r6.until > $p.a7) AND r6.attestedFrom < $p.a8 AND r6.attestedUntil >= $p.a7 AND r6.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n7.id ASC, r6.id ASC LIMIT $p.a10
    RETURN [n7.id]
  } AS c2, COLLECT {
    MATCH (n1)<-[r8:CONTROLS]-(n9:Actor)
    WHERE (r8.from IS NULL OR r8.from < $p.a12) AND (r8.until IS NULL OR r8.until > $p.a11) AND r8.attestedFrom < $p.a12 AND r8.attestedUntil >= $p.a11 AND r8.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n9.id ASC, r8.id ASC LIMIT $p.a14
    RETURN [n9.id]
  } AS c3, COLLECT {
    MATCH (n1)<-[r10:CONTROLS]-(n11:Actor)
    WHERE (r10.until IS NULL OR r10.until > $p.a15) AND r10.attestedFrom IS NOT NULL AND r10.attestedUntil >= $p.a15 AND r10.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n11.id ASC, r10.id ASC LIMIT $p.a17
    RETURN [n11.id]
  } AS c4, COLLECT {
    MATCH (n1)<-[r12:CONTROLS]-(n13:Actor)
    WHERE r12.attestedFrom IS NOT NULL AND r12.attestedUntil IS NOT NULL AND r12.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n13.id ASC, r12.id ASC LIMIT $p.a19
    RETURN [n13.id]
  } AS c5, COLLECT {
    MATCH (n1)<-[r14:CONTROLS]-(n15:Actor)
    WHERE r14.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n15.id ASC, r14.id ASC LIMIT $p.a21
    RETURN [n15.id]
  } AS c6
  RETURN [c0, c1, c2, c3, c4, c5, c6]
} AS c7
RETURN [c7[0]] AS r
