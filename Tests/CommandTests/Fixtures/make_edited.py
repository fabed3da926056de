"""Makes edited.json: lesson 1 after random edits of its inputs, computed by NumPy in float64.

    python3 make_edited.py > edited.json
"""
import json

import numpy as np

random = np.random.default_rng(20240611)
TOKENS = ["dog", "quickly"]
Q = np.array([[0.22, 0.64, 0.73]])
K = np.array([[0.54, 0.36, 0.74], [0.10, 0.70, 1.00]])
V = np.array([[0.12, 0.84, 0.51], [0.62, 0.24, 0.33]])

cases = []
for _ in range(40):
    inputs = {"Q": Q.copy(), "K": K.copy(), "V": V.copy()}
    edits = []
    for _ in range(random.integers(0, 9)):
        name = random.choice(["Q", "K", "V"])
        row = random.integers(inputs[name].shape[0])
        column = random.integers(3)
        value = round(float(random.uniform(-9.99, 9.99)), 2)
        inputs[name][row, column] = value
        label = "quickly" if name == "Q" else TOKENS[row]
        edits.append(f"{name}[{label},{column + 1}]={value:.2f}")
    scores = inputs["Q"] @ inputs["K"].T
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights = powers / powers.sum(axis=1, keepdims=True)
    output = weights @ inputs["V"]
    cases.append({"edits": edits, "scores": scores.tolist(), "weights": weights.tolist(), "output": output.tolist()})
print(json.dumps(cases, indent=1))
