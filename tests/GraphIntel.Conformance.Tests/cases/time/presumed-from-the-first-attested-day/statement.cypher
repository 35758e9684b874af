CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r3:CONTROLS]-(n2:Actor)
    WHERE (coalesce(r3.from, r3.attestedFrom) IS NULL OR coalesce(r3.from, r3.attestedFrom) <= $p.a1) AND (r3.until IS NULL OR r3.until > $p.a1) AND r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a2
    RETURN [n2.id]
  } AS c0, COLLECT {
    MATCH (n1)<-[r5:CONTROLS]-(n4:Actor)
    WHERE (coalesce(r5.from, r5.attestedFrom) IS NULL OR coalesce(r5.from, r5.attestedFrom) <= $p.a3) AND (r5.until IS NULL OR r5.until > $p.a3) AND r5.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n4.id ASC, r5.id ASC LIMIT $p.a4
    RETURN [n4.id]
  } AS c1, COLLECT {
    MATCH (n1)<-[r7:CONTROLS]-(n6:Actor)
    WHERE (coalesce(r7.from, r7.attestedFrom) IS NULL OR coalesce(r7.from, r7.attestedFrom) <= $p.a5) AND (r7.until IS NULL OR r7.until > $p.a5) AND r7.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n6.id ASC, r7.id ASC LIMIT $p.a6
    RETURN [n6.id]
  } AS c2, COLLECT {
    MATCH (n1)<-[r9:CONTROLS]-(n8:Actor)
    WHERE (r9.from IS NULL OR r9.from <= $p.a7) AND (r9.until IS NULL OR r9.until > $p.a7) AND r9.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n8.id ASC, r9.id ASC LIMIT $p.a8
    RETURN [n8.id]
  } AS c3, COLLECT {
    MATCH (n1)<-[r11:CONTROLS]-(n10:Actor)
    WHERE (coalesce(r11.from, r11.attestedFrom) IS NULL OR coalesce(r11.from, r11.attestedFrom) < $p.a9) AND NOT coalesce(coalesce(r11.from, r11.attestedFrom) >= r11.until, false) AND r11.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n10.id ASC, r11.id ASC LIMIT $p.a10
    RETURN [n10.id]
  } AS c4, COLLECT {
    MATCH (n1)<-[r13:CONTROLS]-(n12:Actor)
    WHERE (coalesce(r13.from, r13.attestedFrom) IS NULL OR coalesce(r13.from, r13.attestedFrom) < $p.a11) AND NOT coalesce(coalesce(r13.from, r13.attestedFrom) >= r13.until, false) AND r13.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n12.id ASC, r13.id ASC LIMIT $p.a12
    RETURN [n12.id]
  } AS c5
  RETURN [c0, c1, c2, c3, c4, c5]
} AS c6
RETURN [c6[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r3:CONTROLS]-(n2:Actor)
    WHERE (coalesce(r3.from, r3.attestedFrom) IS NULL OR coalesce(r3.from, r3.attestedFrom) <= $p.a1) AND (r3.until IS NULL OR r3.until > $p.a1) AND r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a2
    RETURN [n2.id]
  } AS c0
  RETURN [c0]
} AS c1
RETURN [c1[0]] AS r
