CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r2:BACKS]-(n3:Actor)
    WHERE (r2.from IS NULL OR r2.from <= $p.a1) AND (r2.until IS NULL OR r2.until > $p.a1) AND r2.attestedFrom <= $p.a1 AND r2.attestedUntil >= $p.a1 AND r2.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n3.id ASC, r2.id ASC LIMIT $p.a3
    RETURN [n3.id]
  } AS c0, COLLECT {
    MATCH (n1)<-[r4:BACKS]-(n5:Actor)
    WHERE (r4.from IS NULL OR r4.from <= $p.a4) AND (r4.until IS NULL OR r4.until > $p.a4) AND r4.attestedFrom <= $p.a4 AND r4.attestedUntil >= $p.a4 AND r4.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n5.id ASC, r4.id ASC LIMIT $p.a6
    RETURN [n5.id]
  } AS c1, COLLECT {
    MATCH (n1)<-[r6:BACKS]-(n7:Actor)
    WHERE (r6.from IS NULL OR r6.from <= $p.a7) AND (r6.until IS NULL OR r6.until > $p.a7) AND r6.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n7.id ASC, r6.id ASC LIMIT $p.a9
    RETURN [r6.from, r6.until, n7.id]
  } AS c2
  RETURN [c0, c1, c2]
} AS c3
RETURN [c3[0]] AS r
