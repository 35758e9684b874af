CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  RETURN [0, n1.id] AS v
  UNION ALL
  MATCH (n2:Place)
  WHERE n2.id = $p.a0
  RETURN [1, n2.id] AS v
  UNION ALL
  MATCH (n3:Claim)
  WHERE n3.id = $p.a0
  RETURN [2, n3.id] AS v
  UNION ALL
  MATCH (n4:Source)
  WHERE n4.id = $p.a0
  RETURN [3, n4.id] AS v
  UNION ALL
  MATCH (n5:Report)
  WHERE n5.id = $p.a0
  RETURN [4, n5.id] AS v
  UNION ALL
  MATCH ()-[r6:MADE_IN]->()
  WHERE r6.id = $p.a0
  RETURN [5, r6.id] AS v
  UNION ALL
  MATCH (n7:Event)
  WHERE n7.id = $p.a0
  RETURN [6, n7.id] AS v
  UNION ALL
  MATCH ()-[r8:PARTICIPATED_IN]->()
  WHERE r8.id = $p.a0
  RETURN [7, r8.id] AS v
  UNION ALL
  MATCH ()-[r9:PART_OF_EVENT]->()
  WHERE r9.id = $p.a0
  RETURN [8, r9.id] AS v
  UNION ALL
  MATCH ()-[r10:REPORTED_IN]->()
  WHERE r10.id = $p.a0
  RETURN [9, r10.id] AS v
  UNION ALL
  MATCH ()-[r11:PUBLISHED_BY]->()
  WHERE r11.id = $p.a0
  RETURN [10, r11.id] AS v
  UNION ALL
  MATCH ()-[r12:MADE_BY]->()
  WHERE r12.id = $p.a0
  RETURN [11, r12.id] AS v
  UNION ALL
  MATCH ()-[r13:PART_OF]->()
  WHERE r13.id = $p.a0
  RETURN [12, r13.id] AS v
  UNION ALL
  MATCH ()-[r14:LIES_IN]->()
  WHERE r14.id = $p.a0
  RETURN [13, r14.id] AS v
  UNION ALL
  MATCH ()-[r15:BORDERS]->()
  WHERE r15.id = $p.a0
  RETURN [14, r15.id] AS v
  UNION ALL
  MATCH ()-[r16:OCCURRED_AT]->()
  WHERE r16.id = $p.a0
  RETURN [15, r16.id] AS v
  UNION ALL
  MATCH ()-[r17:CONTROLS]->()
  WHERE r17.id = $p.a0
  RETURN [16, r17.id] AS v
  UNION ALL
  MATCH ()-[r18:BACKS]->()
  WHERE r18.id = $p.a0
  RETURN [17, r18.id] AS v
  UNION ALL
  MATCH ()-[r19:MEMBER_OF]->()
  WHERE r19.id = $p.a0
  RETURN [18, r19.id] AS v
  UNION ALL
  MATCH ()-[r20:SUCCEEDS]->()
  WHERE r20.id = $p.a0
  RETURN [19, r20.id] AS v
  UNION ALL
  MATCH ()-[r21:BASED_IN]->()
  WHERE r21.id = $p.a0
  RETURN [20, r21.id] AS v
  UNION ALL
  MATCH ()-[r22:VOICE_OF]->()
  WHERE r22.id = $p.a0
  RETURN [21, r22.id] AS v
} AS c0, COLLECT {
  MATCH (n23:Actor)
  WHERE n23.id = $p.a1
  RETURN [0, n23.id] AS v
  UNION ALL
  MATCH (n24:Place)
  WHERE n24.id = $p.a1
  RETURN [1, n24.id] AS v
  UNION ALL
  MATCH (n25:Claim)
  WHERE n25.id = $p.a1
  RETURN [2, n25.id] AS v
  UNION ALL
  MATCH (n26:Source)
  WHERE n26.id = $p.a1
  RETURN [3, n26.id] AS v
  UNION ALL
  MATCH (n27:Report)
  WHERE n27.id = $p.a1
  RETURN [4, n27.id] AS v
  UNION ALL
  MATCH ()-[r28:MADE_IN]->()
  WHERE r28.id = $p.a1
  RETURN [5, r28.id] AS v
  UNION ALL
  MATCH (n29:Event)
  WHERE n29.id = $p.a1
  RETURN [6, n29.id] AS v
  UNION ALL
  MATCH ()-[r30:PARTICIPATED_IN]->()
  WHERE r30.id = $p.a1
  RETURN [7, r30.id] AS v
  UNION ALL
  MATCH ()-[r31:PART_OF_EVENT]->()
  WHERE r31.id = $p.a1
  RETURN [8, r31.id] AS v
  UNION ALL
  MATCH ()-[r32:REPORTED_IN]->()
  WHERE r32.id = $p.a1
  RETURN [9, r32.id] AS v
  UNION ALL
  MATCH ()-[r33:PUBLISHED_BY]->()
  WHERE r33.id = $p.a1
  RETURN [10, r33.id] AS v
  UNION ALL
  MATCH ()-[r34:MADE_BY]->()
  WHERE r34.id = $p.a1
  RETURN [11, r34.id] AS v
  UNION ALL
  MATCH ()-[r35:PART_OF]->()
  WHERE r35.id = $p.a1
  RETURN [12, r35.id] AS v
  UNION ALL
  MATCH ()-[r36:LIES_IN]->()
  WHERE r36.id = $p.a1
  RETURN [13, r36.id] AS v
  UNION ALL
  MATCH ()-[r37:BORDERS]->()
  WHERE r37.id = $p.a1
  RETURN [14, r37.id] AS v
  UNION ALL
  MATCH ()-[r38:OCCURRED_AT]->()
  WHERE r38.id = $p.a1
  RETURN [15, r38.id] AS v
  UNION ALL
  MATCH ()-[r39:CONTROLS]->()
  WHERE r39.id = $p.a1
  RETURN [16, r39.id] AS v
  UNION ALL
  MATCH ()-[r40:BACKS]->()
  WHERE r40.id = $p.a1
  RETURN [17, r40.id] AS v
  UNION ALL
  MATCH ()-[r41:MEMBER_OF]->()
  WHERE r41.id = $p.a1
  RETURN [18, r41.id] AS v
  UNION ALL
  MATCH ()-[r42:SUCCEEDS]->()
  WHERE r42.id = $p.a1
  RETURN [19, r42.id] AS v
  UNION ALL
  MATCH ()-[r43:BASED_IN]->()
  WHERE r43.id = $p.a1
  RETURN [20, r43.id] AS v
  UNION ALL
  MATCH ()-[r44:VOICE_OF]->()
  WHERE r44.id = $p.a1
  RETURN [21, r44.id] AS v
} AS c1, COLLECT {
  MATCH (n45:Actor)
  WHERE n45.id = $p.a2
  RETURN [0, n45.id] AS v
  UNION ALL
  MATCH (n46:Place)
  WHERE n46.id = $p.a2
  RETURN [1, n46.id] AS v
  UNION ALL
  MATCH (n47:Claim)
  WHERE n47.id = $p.a2
  RETURN [2, n47.id] AS v
  UNION ALL
  MATCH (n48:Source)
  WHERE n48.id = $p.a2
  RETURN [3, n48.id] AS v
  UNION ALL
  MATCH (n49:Report)
  WHERE n49.id = $p.a2
  RETURN [4, n49.id] AS v
  UNION ALL
  MATCH ()-[r50:MADE_IN]->()
  WHERE r50.id = $p.a2
  RETURN [5, r50.id] AS v
  UNION ALL
  MATCH (n51:Event)
  WHERE n51.id = $p.a2
  RETURN [6, n51.id] AS v
  UNION ALL
  MATCH ()-[r52:PARTICIPATED_IN]->()
  WHERE r52.id = $p.a2
  RETURN [7, r52.id] AS v
  UNION ALL
  MATCH ()-[r53:PART_OF_EVENT]->()
  WHERE r53.id = $p.a2
  RETURN [8, r53.id] AS v
  UNION ALL
  MATCH ()-[r54:REPORTED_IN]->()
  WHERE r54.id = $p.a2
  RETURN [9, r54.id] AS v
  UNION ALL
  MATCH ()-[r55:PUBLISHED_BY]->()
  WHERE r55.id = $p.a2
  RETURN [10, r55.id] AS v
  UNION ALL
  MATCH ()-[r56:MADE_BY]->()
  WHERE r56.id = $p.a2
  RETURN [11, r56.id] AS v
  UNION ALL
  MATCH ()-[r57:PART_OF]->()
  WHERE r57.id = $p.a2
  RETURN [12, r57.id] AS v
  UNION ALL
  MATCH ()-[r58:LIES_IN]->()
  WHERE r58.id = $p.a2
  RETURN [13, r58.id] AS v
  UNION ALL
  MATCH ()-[r59:BORDERS]->()
  WHERE r59.id = $p.a2
  RETURN [14, r59.id] AS v
  UNION ALL
  MATCH ()-[r60:OCCURRED_AT]->()
  WHERE r60.id = $p.a2
  RETURN [15, r60.id] AS v
  UNION ALL
  MATCH ()-[r61:CONTROLS]->()
  WHERE r61.id = $p.a2
  RETURN [16, r61.id] AS v
  UNION ALL
  MATCH ()-[r62:BACKS]->()
  WHERE r62.id = $p.a2
  RETURN [17, r62.id] AS v
  UNION ALL
  MATCH ()-[r63:MEMBER_OF]->()
  WHERE r63.id = $p.a2
  RETURN [18, r63.id] AS v
  UNION ALL
  MATCH ()-[r64:SUCCEEDS]->()
  WHERE r64.id = $p.a2
  RETURN [19, r64.id] AS v
  UNION ALL
  MATCH ()-[r65:BASED_IN]->()
  WHERE r65.id = $p.a2
  RETURN [20, r65.id] AS v
  UNION ALL
  MATCH ()-[r66:VOICE_OF]->()
  WHERE r66.id = $p.a2
  RETURN [21, r66.id] AS v
} AS c2, COLLECT {
  MATCH (n67:Actor)
  WHERE n67.id = $p.a3
  RETURN [0, n67.id] AS v
  UNION ALL
  MATCH (n68:Place)
  WHERE n68.id = $p.a3
  RETURN [1, n68.id] AS v
  UNION ALL
  MATCH (n69:Claim)
  WHERE n69.id = $p.a3
  RETURN [2, n69.id] AS v
  UNION ALL
  MATCH (n70:Source)
  WHERE n70.id = $p.a3
  RETURN [3, n70.id] AS v
  UNION ALL
  MATCH (n71:Report)
  WHERE n71.id = $p.a3
  RETURN [4, n71.id] AS v
  UNION ALL
  MATCH ()-[r72:MADE_IN]->()
  WHERE r72.id = $p.a3
  RETURN [5, r72.id] AS v
  UNION ALL
  MATCH (n73:Event)
  WHERE n73.id = $p.a3
  RETURN [6, n73.id] AS v
  UNION ALL
  MATCH ()-[r74:PARTICIPATED_IN]->()
  WHERE r74.id = $p.a3
  RETURN [7, r74.id] AS v
  UNION ALL
  MATCH ()-[r75:PART_OF_EVENT]->()
  WHERE r75.id = $p.a3
  RETURN [8, r75.id] AS v
  UNION ALL
  MATCH ()-[r76:REPORTED_IN]->()
  WHERE r76.id = $p.a3
  RETURN [9, r76.id] AS v
  UNION ALL
  MATCH ()-[r77:PUBLISHED_BY]->()
  WHERE r77.id = $p.a3
  RETURN [10, r77.id] AS v
  UNION ALL
  MATCH ()-[r78:MADE_BY]->()
  WHERE r78.id = $p.a3
  RETURN [11, r78.id] AS v
  UNION ALL
  MATCH ()-[r79:PART_OF]->()
  WHERE r79.id = $p.a3
  RETURN [12, r79.id] AS v
  UNION ALL
  MATCH ()-[r80:LIES_IN]->()
  WHERE r80.id = $p.a3
  RETURN [13, r80.id] AS v
  UNION ALL
  MATCH ()-[r81:BORDERS]->()
  WHERE r81.id = $p.a3
  RETURN [14, r81.id] AS v
  UNION ALL
  MATCH ()-[r82:OCCURRED_AT]->()
  WHERE r82.id = $p.a3
  RETURN [15, r82.id] AS v
  UNION ALL
  MATCH ()-[r83:CONTROLS]->()
  WHERE r83.id = $p.a3
  RETURN [16, r83.id] AS v
  UNION ALL
  MATCH ()-[r84:BACKS]->()
  WHERE r84.id = $p.a3
  RETURN [17, r84.id] AS v
  UNION ALL
  MATCH ()-[r85:MEMBER_OF]->()
  WHERE r85.id = $p.a3
  RETURN [18, r85.id] AS v
  UNION ALL
  MATCH ()-[r86:SUCCEEDS]->()
  WHERE r86.id = $p.a3
  RETURN [19, r86.id] AS v
  UNION ALL
  MATCH ()-[r87:BASED_IN]->()
  WHERE r87.id = $p.a3
  RETURN [20, r87.id] AS v
  UNION ALL
  MATCH ()-[r88:VOICE_OF]->()
  WHERE r88.id = $p.a3
  RETURN [21, r88.id] AS v
} AS c3, COLLECT {
  MATCH (n89:Actor)
  WHERE n89.id = $p.a4
  RETURN [0, n89.id] AS v
  UNION ALL
  MATCH (n90:Place)
  WHERE n90.id = $p.a4
  RETURN [1, n90.id] AS v
  UNION ALL
  MATCH (n91:Claim)
  WHERE n91.id = $p.a4
  RETURN [2, n91.id] AS v
  UNION ALL
  MATCH (n92:Source)
  WHERE n92.id = $p.a4
  RETURN [3, n92.id] AS v
  UNION ALL
  MATCH (n93:Report)
  WHERE n93.id = $p.a4
  RETURN [4, n93.id] AS v
  UNION ALL
  MATCH ()-[r94:MADE_IN]->()
  WHERE r94.id = $p.a4
  RETURN [5, r94.id] AS v
  UNION ALL
  MATCH (n95:Event)
  WHERE n95.id = $p.a4
  RETURN [6, n95.id] AS v
  UNION ALL
  MATCH ()-[r96:PARTICIPATED_IN]->()
  WHERE r96.id = $p.a4
  RETURN [7, r96.id] AS v
  UNION ALL
  MATCH ()-[r97:PART_OF_EVENT]->()
  WHERE r97.id = $p.a4
  RETURN [8, r97.id] AS v
  UNION ALL
  MATCH ()-[r98:REPORTED_IN]->()
  WHERE r98.id = $p.a4
  RETURN [9, r98.id] AS v
  UNION ALL
  MATCH ()-[r99:PUBLISHED_BY]->()
  WHERE r99.id = $p.a4
  RETURN [10, r99.id] AS v
  UNION ALL
  MATCH ()-[r100:MADE_BY]->()
  WHERE r100.id = $p.a4
  RETURN [11, r100.id] AS v
  UNION ALL
  MATCH ()-[r101:PART_OF]->()
  WHERE r101.id = $p.a4
  RETURN [12, r101.id] AS v
  UNION ALL
  MATCH ()-[r102:LIES_IN]->()
  WHERE r102.id = $p.a4
  RETURN [13, r102.id] AS v
  UNION ALL
  MATCH ()-[r103:BORDERS]->()
  WHERE r103.id = $p.a4
  RETURN [14, r103.id] AS v
  UNION ALL
  MATCH ()-[r104:OCCURRED_AT]->()
  WHERE r104.id = $p.a4
  RETURN [15, r104.id] AS v
  UNION ALL
  MATCH ()-[r105:CONTROLS]->()
  WHERE r105.id = $p.a4
  RETURN [16, r105.id] AS v
  UNION ALL
  MATCH ()-[r106:BACKS]->()
  WHERE r106.id = $p.a4
  RETURN [17, r106.id] AS v
  UNION ALL
  MATCH ()-[r107:MEMBER_OF]->()
  WHERE r107.id = $p.a4
  RETURN [18, r107.id] AS v
  UNION ALL
  MATCH ()-[r108:SUCCEEDS]->()
  WHERE r108.id = $p.a4
  RETURN [19, r108.id] AS v
  UNION ALL
  MATCH ()-[r109:BASED_IN]->()
  WHERE r109.id = $p.a4
  RETURN [20, r109.id] AS v
  UNION ALL
  MATCH ()-[r110:VOICE_OF]->()
  WHERE r110.id = $p.a4
  RETURN [21, r110.id] AS v
} AS c4, COLLECT {
  MATCH (n111:Actor)
  WHERE n111.id = $p.a5
  RETURN [0, n111.id] AS v
  UNION ALL
  MATCH (n112:Place)
  WHERE n112.id = $p.a5
  RETURN [1, n112.id] AS v
  UNION ALL
  MATCH (n113:Claim)
  WHERE n113.id = $p.a5
  RETURN [2, n113.id] AS v
  UNION ALL
  MATCH (n114:Source)
  WHERE n114.id = $p.a5
  RETURN [3, n114.id] AS v
  UNION ALL
  MATCH (n115:Report)
  WHERE n115.id = $p.a5
  RETURN [4, n115.id] AS v
  UNION ALL
  MATCH ()-[r116:MADE_IN]->()
  WHERE r116.id = $p.a5
  RETURN [5, r116.id] AS v
  UNION ALL
  MATCH (n117:Event)
  WHERE n117.id = $p.a5
  RETURN [6, n117.id] AS v
  UNION ALL
  MATCH ()-[r118:PARTICIPATED_IN]->()
  WHERE r118.id = $p.a5
  RETURN [7, r118.id] AS v
  UNION ALL
  MATCH ()-[r119:PART_OF_EVENT]->()
  WHERE r119.id = $p.a5
  RETURN [8, r119.id] AS v
  UNION ALL
  MATCH ()-[r120:REPORTED_IN]->()
  WHERE r120.id = $p.a5
  RETURN [9, r120.id] AS v
  UNION ALL
  MATCH ()-[r121:PUBLISHED_BY]->()
  WHERE r121.id = $p.a5
  RETURN [10, r121.id] AS v
  UNION ALL
  MATCH ()-[r122:MADE_BY]->()
  WHERE r122.id = $p.a5
  RETURN [11, r122.id] AS v
  UNION ALL
  MATCH ()-[r123:PART_OF]->()
  WHERE r123.id = $p.a5
  RETURN [12, r123.id] AS v
  UNION ALL
  MATCH ()-[r124:LIES_IN]->()
  WHERE r124.id = $p.a5
  RETURN [13, r124.id] AS v
  UNION ALL
  MATCH ()-[r125:BORDERS]->()
  WHERE r125.id = $p.a5
  RETURN [14, r125.id] AS v
  UNION ALL
  MATCH ()-[r126:OCCURRED_AT]->()
  WHERE r126.id = $p.a5
  RETURN [15, r126.id] AS v
  UNION ALL
  MATCH ()-[r127:CONTROLS]->()
  WHERE r127.id = $p.a5
  RETURN [16, r127.id] AS v
  UNION ALL
  MATCH ()-[r128:BACKS]->()
  WHERE r128.id = $p.a5
  RETURN [17, r128.id] AS v
  UNION ALL
  MATCH ()-[r129:MEMBER_OF]->()
  WHERE r129.id = $p.a5
  RETURN [18, r129.id] AS v
  UNION ALL
  MATCH ()-[r130:SUCCEEDS]->()
  WHERE r130.id = $p.a5
  RETURN [19, r130.id] AS v
  UNION ALL
  MATCH ()-[r131:BASED_IN]->()
  WHERE r131.id = $p.a5
  RETURN [20, r131.id] AS v
  UNION ALL
  MATCH ()-[r132:VOICE_OF]->()
  WHERE r132.id = $p.a5
  RETURN [21, r132.id] AS v
} AS c5
RETURN [c0[0], c1[0], c2[0], c3[0], c4[0], c5[0]] AS r
