"""Makes edited.json: every lesson after random edits of its inputs, computed by NumPy in float64.

    python3 make_figures.py > edited.json

Each lesson is a function from its inputs to its matrices, written here once more and not taken from the lesson's
formulas. curriculum.json beside it holds the figures that the course was designed with, made by NumPy as well; the
functions must agree with them before anything is written.
"""
import json
import math
import pathlib

import numpy as np

random = np.random.default_rng(20261125)
TOKENS = ["The", "dog", "ran", "quickly"]
DIMS = ["noun", "action", "grammar", "manner"]
D3 = ["1", "2", "3"]


def softmax(scores):
    """Along rows; a row with everything closed has weights 0."""
    largest = scores.max(axis=1, keepdims=True)
    powers = np.where(np.isinf(scores), 0, np.exp(scores - np.where(np.isinf(largest), 0, largest)))
    total = powers.sum(axis=1, keepdims=True)
    return np.divide(powers, total, out=np.zeros_like(powers), where=total > 0)


def closed(scores, mask):
    return np.where(mask != 0, scores, -np.inf)


def entropy(weights):
    return -np.sum(np.where(weights > 0, weights * np.log2(np.where(weights > 0, weights, 1)), 0), 1, keepdims=True)


def attention(q, k, v, mask=None):
    scaled = q @ k.T / math.sqrt(k.shape[1])
    weights = softmax(scaled if mask is None else closed(scaled, mask))
    return weights, weights @ v


Q = np.array([[2.16, -1.93, -1.78], [1.02, 0.44, -1.72], [0.96, -0.84, 1.41], [0.22, 0.64, 0.73]])
K = np.array([[-0.70, 0.30, -0.01], [0.54, 0.36, 0.74], [0.71, 1.49, 0.65], [0.10, 0.70, 1.00]])
V = np.array([[0.05, 0.11, 0.07], [0.12, 0.84, 0.51], [0.91, 0.30, 0.71], [0.62, 0.24, 0.33]])
X = np.array([[0.2, 0.2, 1.0, 0.0], [0.8, 0.4, 0.0, 0.2], [0.2, 0.8, 0.4, 0.2], [0.0, 0.4, 0.2, 0.8]])
W_Q = np.array([[1.34, 0.46, -3.89], [-0.04, -0.61, 3.74], [1.90, -1.90, -1.75], [-0.18, 1.58, -0.52]])
W_K = np.array([[0.03, -0.53, 0.39], [1.47, 2.03, 0.56], [-1.00, 0.00, -0.20], [-0.36, -0.14, 1.02]])
W_V = np.array([[-0.53, 0.92, 0.18], [1.28, 0.13, 0.92], [-0.10, -0.10, -0.15], [0.16, 0.26, -0.01]])
PAIR = dict(Q=(Q[3:], ["quickly"], D3), K=(K[[1, 3]], ["dog", "quickly"], D3), V=(V[[1, 3]], ["dog", "quickly"], D3))
EMBEDDED = dict(X=(X, TOKENS, DIMS), W_Q=(W_Q, DIMS, D3), W_K=(W_K, DIMS, D3), W_V=(W_V, DIMS, D3))


def two_tokens(i):
    scores = i["Q"] @ i["K"].T
    return dict(S=scores, A=softmax(scores), O=softmax(scores) @ i["V"])


def whole_sentence(i):
    scores = i["Q"] @ i["K"].T
    weights = softmax(scores)
    return dict(S=scores, A=weights, O=weights @ i["V"], heard=weights.sum(axis=0)[:, None],
                pair=softmax(scores[3:, [1, 3]]))


def scaling(i):
    weights, output = attention(i["Q"], i["K"], i["V"])
    scores = i["q"] @ i["k"].T
    cooled = softmax(scores / 2 / i["T"])
    gap = np.sqrt(i["d"])
    pair = lambda lead: softmax(np.hstack([lead, 0 * lead]))
    raw, scaled = pair(gap), pair(gap / gap)
    return dict(A=weights, O=output, s=scores, raw=softmax(scores), a=cooled, H_raw=entropy(softmax(scores)),
                H=entropy(cooled), gap_raw=raw, gap_scaled=scaled, slope_raw=raw[:, :1] * raw[:, 1:])


def projected(i):
    return i["X"] @ i["W_Q"], i["X"] @ i["W_K"], i["X"] @ i["W_V"]


def projections(i):
    q, k, v = projected(i)
    weights, output = attention(q, k, v)
    return dict(Q=q, K=k, V=v, S=q @ k.T, Z=q @ k.T / math.sqrt(3), A=weights, O=output)


def causal_mask(i):
    q, k, v = projected(i)
    weights, output = attention(q, k, v, i["M"])
    return dict(open=attention(q, k, v)[0], A=weights, O=output)


def two_heads(i):
    p = {f"{name}_{head}": i["X"] @ i[f"W_{name}{head}"] for head in "AB" for name in "QKV"}
    a, o_a = attention(p["Q_A"], p["K_A"], p["V_A"])
    b, o_b = attention(p["Q_B"], p["K_B"], p["V_B"])
    both = {name: np.hstack([p[f"{name}_A"], p[f"{name}_B"]]) for name in "QKV"}
    one, o = attention(both["Q"], both["K"], both["V"])
    heads = np.hstack([o_a, o_b])
    return p | dict(A_A=a, A_B=b, O_A=o_a, O_B=o_b, A=one, O=o, heads=heads, out=heads @ i["W_O"],
                    from_A=o_a @ i["W_O"][:2], from_B=o_b @ i["W_O"][2:])


def order(i):
    p = np.arange(4.0)
    table = np.stack([np.sin(p), np.cos(p), np.sin(p / 100), np.cos(p / 100)], axis=1)
    places = i["g"] * table[:3, :2]
    x1, x2 = i["X"] + places, i["X"][::-1] + places
    a1, o1 = attention(x1, x1, x1)
    a2, o2 = attention(x2, x2, x2)
    angles = np.radians(i["angle"][0, 0] * p)
    x, y = i["R"][:, 0], i["R"][:, 1]
    turned = np.stack([x * np.cos(angles) - y * np.sin(angles), x * np.sin(angles) + y * np.cos(angles)], axis=1)
    return dict(table=table, X_1=x1, X_2=x2, A_1=a1, O_1=o1, A_2=a2, O_2=o2, D=o2[1:2] - o1[1:2], turned=turned,
                S_r=turned @ turned.T, A_r=softmax(turned @ turned.T / math.sqrt(2)))


def next_token(i):
    q, k, v = projected(i)
    weights = softmax(q[3:] @ k.T / math.sqrt(3))
    update = weights @ v @ i["W_O"]
    h = i["X"][3:] + update
    z = h @ i["U"].T
    kept = np.full_like(z, -np.inf)
    best = np.argsort(-z[0], kind="stable")[: int(i["k"][0, 0])]
    kept[0, best] = z[0, best] / i["T"][0, 0]
    p = softmax(kept)
    return dict(A=weights, O=weights @ v, update=update, h=h, z=z, p=p, H=entropy(p), reach=np.cumsum(p, axis=1))


def learning(i):
    q, k, v, y, eta = (i[name] for name in ["Q", "K", "V", "y", "eta"])
    weights = softmax(q @ k.T)
    # The chain rule by hand: through the logarithm, softmax and the product.
    g_a = -y / weights
    g_s = weights * (g_a - (g_a * weights).sum())
    g_k = g_s.T @ q
    miss = weights @ v - i["t"]
    f_a = miss @ v.T
    f_s = weights * (f_a - (f_a * weights).sum())
    return dict(A=weights, O=weights @ v, loss=-(y * np.log(weights)).sum(keepdims=True), blame=weights - y, G_S=g_s,
                G_K=g_k, G_Q=g_s @ k, K_next=k - eta * g_k, A_next=softmax(q @ (k - eta * g_k).T), miss=miss,
                far=(miss * miss).sum(keepdims=True) / 2, F_A=f_a, F_S=f_s, F_V=weights.T @ miss, F_K=f_s.T @ q,
                K_far=k - eta * f_s.T @ q)


def kv_cache(i):
    q4, k4, v4 = projected(i)
    q, k, v = i["x"] @ i["W_Q"], i["x"] @ i["W_K"], i["x"] @ i["W_V"]
    a4, o4 = attention(q4, k4, v4, i["M"][:4, :4])
    a5, o5 = attention(np.vstack([q4, q]), np.vstack([k4, k]), np.vstack([v4, v]), i["M"])
    # The cache holds what the lesson began with, whatever was edited since.
    k_c, v_c = np.vstack([X @ W_K, k]), np.vstack([X @ W_V, v])
    s = q @ k_c.T
    a = softmax(closed(s / math.sqrt(3), i["keep"]))
    n = np.arange(1.0, 9.0)[None]
    return dict(A_4=a4, O_4=o4, q=q, k=k, v=v, A=a5, O=o5, moved=o5[:4] - o4, s=s, a=a, o=a @ v_c,
                stale=o5[4:] - a @ v_c, again=36 * n + 3 * n * (n + 1), cached=36 + 6 * n, stored=6 * n)


def one(value):
    return (np.array([[float(value)]]), None, None)


def rows(count):
    return [str(index + 1) for index in range(count)]


HEADS = dict(
    W_QA=[[-1.1, 2.3], [3.1, -1.3], [1.6, -0.2], [-1.9, 3.2]], W_KA=[[2.4, -2.1], [0.1, 3.9], [-1.5, -0.9], [0.3, -1.7]],
    W_VA=[[1.2, 0.0], [0.1, 1.5], [-0.3, -0.3], [0.0, -0.3]], W_QB=[[-1.8, 3.3], [3.9, -1.8], [-0.4, 1.7], [-0.6, 0.5]],
    W_KB=[[-1.5, 1.3], [-1.0, -3.0], [0.0, 2.3], [3.0, 0.9]], W_VB=[[-0.1, 0.1], [0.1, -0.2], [0.0, 0.8], [1.2, 0.0]])
WORDS = ["home", "away", '"."', "and", "dog", "slept", "the", "purple"]
LESSONS = {
    "two-tokens": (two_tokens, PAIR),
    "whole-sentence": (whole_sentence, dict(Q=(Q, TOKENS, D3), K=(K, TOKENS, D3), V=(V, TOKENS, D3))),
    "scaling": (scaling, PAIR | dict(
        q=(np.ones((1, 4)), rows(1), rows(4)), T=one(1), d=(np.array([[4.0], [16], [64], [256]]), rows(4), rows(1)),
        k=(np.array([[1.0, 1, 1, 1], [1, 1, 1, -1], [1, 1, -1, -1], [-1, -1, -1, 1]]), rows(4), rows(4)))),
    "projections": (projections, EMBEDDED),
    "causal-mask": (causal_mask, EMBEDDED | dict(M=(np.tril(np.ones((4, 4))), TOKENS, TOKENS))),
    "two-heads": (two_heads, dict(X=(X, TOKENS, DIMS)) | {
        name: (np.array(cells), DIMS, rows(2)) for name, cells in HEADS.items()} | dict(
        W_O=(np.array([[0.8, 0.2, 0, 0], [0, 0.6, 0.4, 0], [0, 0.2, 0, 0.8], [0.2, 0, 0.8, 0]]), rows(4), DIMS))),
    "order": (order, dict(
        X=(np.array([[1.0, 0.2], [0.3, 0.9], [0.8, -0.4]]), rows(3), rows(2)), g=one(0), angle=one(30),
        R=(np.array([[2.0, 0]] * 4), rows(4), rows(2)))),
    "next-token": (next_token, EMBEDDED | dict(
        W_O=(np.array([[0, 1, 0, 0.5], [1.5, 0, 0, 0], [0, 0, 0.5, 0]]), D3, DIMS), T=one(1), k=one(8),
        U=(np.array([[2.4, 1.4, -1.0, 0.6], [0.4, 1.6, -0.8, 0.8], [0, 0.6, 1.6, 1.2], [-0.4, 0.4, 1.4, 1.2],
                     [1.2, -1, 0, -0.8], [0.8, 0.4, -0.6, -1.4], [-1, 0.2, 2, 0], [-0.2, -1.4, -0.6, 0.4]]),
           WORDS, DIMS))),
    "learning": (learning, PAIR | dict(
        y=(np.array([[1.0, 0]]), ["quickly"], ["dog", "quickly"]), eta=one(1),
        t=(np.array([[0.12, 0.84, 0.51]]), ["quickly"], D3))),
    "kv-cache": (kv_cache, EMBEDDED | dict(
        x=(np.array([[0.4, 0.2, 0.2, 0.6]]), ["home"], DIMS),
        M=(np.tril(np.ones((5, 5))), TOKENS + ["home"], TOKENS + ["home"]),
        keep=(np.ones((1, 5)), ["home"], TOKENS + ["home"]))),
}
# What is not between -2.5 and 2.5: larger numbers would make every softmax a single 1.
RANGES = dict(T=(0.3, 5), d=(1, 400), k=(1, 8), g=(0, 2), angle=(0, 360), y=(0, 1), eta=(-5, 5))
WHOLE = {"d", "k", "angle", "M", "keep"}


def edit(lesson, inputs, shapes):
    """Changes one cell, and says how the lesson would."""
    name = random.choice(sorted(shapes))
    row, column = (random.integers(size) for size in inputs[name].shape)
    is_count = lesson == "next-token" or name != "k"
    low, high = (0, 1) if name in {"M", "keep"} else RANGES.get(name, (-2.5, 2.5)) if is_count else (-2.5, 2.5)
    is_whole = name in WHOLE and is_count
    value = float(random.integers(low, high, endpoint=True)) if is_whole else round(float(random.uniform(low, high)), 2)
    inputs[name][row, column] = value
    _, row_names, column_names = shapes[name]
    place = "" if row_names is None else f"[{row_names[row]},{column_names[column]}]"
    return f"{name}{place} = {value:.2f}"


def same(left, right):
    return np.allclose(np.asarray(left), np.asarray(right), rtol=0, atol=1e-12)


here = pathlib.Path(__file__).parent
for lesson, figures in json.loads((here / "curriculum.json").read_text())["lessons"].items():
    compute, shapes = LESSONS[lesson]
    matrices = compute({name: cells for name, (cells, _, _) in shapes.items()})
    for name, cells in figures.items():
        assert name not in matrices or same(matrices[name], cells), (lesson, name)

cases = []
for lesson, (compute, shapes) in LESSONS.items():
    for _ in range(8):
        inputs = {name: cells.copy() for name, (cells, _, _) in shapes.items()}
        edits = [edit(lesson, inputs, shapes) for _ in range(random.integers(1, 7))]
        matrices = compute(inputs)
        cases.append({
            "lesson": lesson, "edits": edits,
            "matrices": {name: np.asarray(cells).tolist() for name, cells in matrices.items()}})
print(json.dumps(cases))
